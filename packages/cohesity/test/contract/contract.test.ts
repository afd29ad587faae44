import { contractSuite } from "@vendor-sdks/contract";
import { CohesityClient, isApiError } from "../../src/index.ts";

contractSuite({ folder: new URL("../../", import.meta.url), client: CohesityClient, isApiError });
