import { contractSuite } from "@vendor-sdks/contract";
import { RubrikClient, isApiError } from "../../src/index.ts";

contractSuite({ folder: new URL("../../", import.meta.url), client: RubrikClient, isApiError });
