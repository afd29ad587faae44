import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { ApiExplorer } from "./api-explorer.ts";
import "./contrast.css";
import "./explorer.css";
import "./site.css";

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => void app.component("ApiExplorer", ApiExplorer),
};

export default theme;
