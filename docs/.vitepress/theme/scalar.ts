import standalone from "../../node_modules/@scalar/api-reference/dist/browser/standalone.js?url";

/** What is used of Scalar; its own declarations need all that its bundle was made of. */
interface Scalar {
  createApiReference(place: Element, configuration: object): { destroy(): void };
}

export interface Reference {
  setDark(dark: boolean): void;
  destroy(): void;
}

/** What talks to others than the mock is off: fonts, telemetry, a proxy for requests, Scalar's own services. */
const ALONE = {
  withDefaultFonts: false,
  telemetry: false,
  proxyUrl: "",
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: "never",
} as const;

const LOOK = {
  theme: "default",
  layout: "modern",
  hideDarkModeToggle: true,
  documentDownloadType: "none",
  showOperationId: true,
  defaultOpenAllTags: true,
  // The site has a search of its own on the same keys.
  hideSearch: true,
} as const;

let loading: Promise<Scalar> | undefined;

/** Makes a reference of a document in a place of the page. */
export async function loadScalar(): Promise<(place: Element, configuration: object, dark: boolean) => Reference> {
  const scalar = await (loading ??= load());
  return (place, own, dark) => {
    const made = scalar.createApiReference(place, {
      ...ALONE,
      ...LOOK,
      ...own,
      forceDarkModeState: dark ? "dark" : "light",
    });
    return {
      setDark,
      destroy: () => {
        made.destroy();
        document.body.classList.remove(...MODES);
      },
    };
  };
}

const MODES = ["light-mode", "dark-mode"] as const;

/** Scalar reads the mode of its configuration only once. */
function setDark(dark: boolean): void {
  const [light, other] = MODES;
  document.body.classList.toggle(light, !dark);
  document.body.classList.toggle(other, dark);
}

async function load(): Promise<Scalar> {
  const script = document.createElement("script");
  script.src = standalone;
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  script.addEventListener("load", resolve);
  script.addEventListener("error", () => {
    loading = undefined;
    script.remove();
    reject(new Error(`${standalone} does not answer`));
  });
  document.head.append(script);
  await promise;
  return (window as unknown as { readonly Scalar: Scalar }).Scalar;
}
