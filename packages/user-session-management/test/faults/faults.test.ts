import { faultSuite } from "@vendor-sdks/contract";
import { UserSessionManagementClient, isApiError } from "../../src/index.ts";

faultSuite({ folder: new URL("../../", import.meta.url), client: UserSessionManagementClient, isApiError });
