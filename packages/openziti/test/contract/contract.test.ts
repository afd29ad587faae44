import { contractSuite } from "@vendor-sdks/contract";
import { OpenzitiClient, isApiError } from "../../src/index.ts";

contractSuite({ folder: new URL("../../", import.meta.url), client: OpenzitiClient, isApiError });
