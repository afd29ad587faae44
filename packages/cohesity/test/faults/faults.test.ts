import { faultSuite } from "@vendor-sdks/contract";
import { CohesityClient, isApiError } from "../../src/index.ts";

faultSuite({ folder: new URL("../../", import.meta.url), client: CohesityClient, isApiError });
