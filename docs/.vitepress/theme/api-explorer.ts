import { useData } from "vitepress";
import { defineComponent, h, onBeforeUnmount, onMounted, ref, watch, type Component } from "vue";
import type { Explorer } from "../explorer.ts";
import { loadScalar, type Reference } from "./scalar.ts";

const documents = import.meta.glob<object>("../../../packages/*/openapi.json", { import: "default" });

/** The description of a vendor's API, to read and to try out. Nothing of it is loaded before somebody opens the page. */
export const ApiExplorer: Component = defineComponent(() => {
  const { params, isDark } = useData();
  const place = ref<HTMLElement>();
  const failure = ref("");
  let reference: Reference | undefined;
  let left = false;

  onMounted(async () => {
    const { vendor, server, authentication } = params.value as Explorer;
    const readDocument = documents[`../../../packages/${vendor}/openapi.json`];
    try {
      const [scalar, content] = await Promise.all([loadScalar(), readDocument?.()]);
      if (left || place.value === undefined) return;
      const configuration = { content, servers: [server], authentication };
      reference = scalar(place.value, configuration, isDark.value);
    } catch (error) {
      failure.value = `The explorer cannot be loaded: ${error instanceof Error ? error.message : String(error)}. Reload the page.`;
    }
  });
  watch(isDark, (dark) => reference?.setDark(dark));
  onBeforeUnmount(() => {
    left = true;
    reference?.destroy();
  });

  return () => [
    failure.value === "" ? undefined : h("p", { class: "explorer-failure", role: "alert" }, failure.value),
    h("div", { ref: place, class: "explorer vp-raw" }),
  ];
});
