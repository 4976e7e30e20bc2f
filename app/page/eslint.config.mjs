import tseslint from "typescript-eslint";

/** What would turn a text of a scenario into markup or into script. */
const markup = "(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc)";
const never = [
  [`MemberExpression[property.name=/^${markup}$/]`, "a text must not become markup"],
  [`MemberExpression[property.value=/^${markup}$/]`, "a text must not become markup"],
  [`JSXAttribute[name.name=/^${markup}$/]`, "a text must not become markup"],
  [`Property[key.name=/^${markup}$/]`, "a text must not become markup"],
  ["CallExpression[callee.property.name=/^(write|writeln|parseFromString|createContextualFragment)$/]",
    "a text must not become markup"],
  ["JSXAttribute[name.name=/^on/] > Literal", "a handler is a function"],
  ["Literal[value=/^\\s*javascript:/i]", "no script in addresses"],
].map(([selector, message]) => ({ selector, message }));

export default tseslint.config(
  { ignores: ["dist/", "generated/", "node_modules/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strict],
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket", "Worker",
        "SharedWorker", "localStorage", "sessionStorage", "indexedDB"],
      "no-restricted-syntax": ["error", ...never],
      "@typescript-eslint/no-non-null-assertion": "off",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/what_if/server.ts"], // the one that talks with the program that serves the page
    rules: { "no-restricted-globals": "off" },
  },
);
