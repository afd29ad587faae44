import { objectAt, textAt } from "../../generate/load/json.ts";
import { manifestIn, type TarballFile } from "../../tarball/read.ts";

/** Scripts that npm would run on the machines of users. */
const ON_INSTALLATION = ["preinstall", "install", "postinstall"];

export function installScripts(files: readonly TarballFile[]): string[] {
  const scripts = objectAt(manifestIn(files), "scripts");
  return ON_INSTALLATION.flatMap((name) => {
    const script = textAt(scripts, name);
    return script === undefined ? [] : [`package.json runs "${script}" on installation (${name})`];
  });
}
