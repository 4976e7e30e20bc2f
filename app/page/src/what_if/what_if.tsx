/** The what-if page: its way in. */
import { render } from "preact";
import { App } from "./app";
import { firstLanguage } from "./language";
import { Server, ServerError, tabStorage, takeToken } from "./server";
import { Workspace } from "./workspace";

async function start(into: HTMLElement): Promise<void> {
  const link = takeToken();
  const server = new Server(link.token);
  const language = firstLanguage(link.language, tabStorage.get("doorstroom language"), navigator.languages);
  tabStorage.set("doorstroom language", language);
  try {
    const workspace = new Workspace(server, await server.model(language), language);
    render(<App workspace={workspace} />, into);
  } catch (error) {
    const text = error instanceof ServerError && error.message !== "" ? error.message : String(error);
    render(
      <main>
        <h1>Doorstroom</h1>
        <p class="warning" role="alert">
          {text}
        </p>
      </main>,
      into,
    );
  }
}

const into = document.getElementById("what-if");
if (into) void start(into);
