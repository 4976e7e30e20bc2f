/** Keeps what stood there when a component fails. */
import { Component, type ComponentChildren } from "preact";

interface SafeProps {
  children: ComponentChildren;
  failed: (error: unknown) => void;
}

export class Safe extends Component<SafeProps, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: true });
    this.props.failed(error);
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
