import { faultSuite } from "@vendor-sdks/contract";
import { RubrikClient, isApiError } from "../../src/index.ts";

faultSuite({ folder: new URL("../../", import.meta.url), client: RubrikClient, isApiError });
