import { evidenceSuite } from "@vendor-sdks/contract";

evidenceSuite(new URL("../../", import.meta.url));
