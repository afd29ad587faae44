import { faultSuite } from "@vendor-sdks/contract";
import { OpenzitiClient, isApiError } from "../../src/index.ts";

faultSuite({ folder: new URL("../../", import.meta.url), client: OpenzitiClient, isApiError });
