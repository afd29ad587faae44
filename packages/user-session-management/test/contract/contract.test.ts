import { contractSuite } from "@vendor-sdks/contract";
import { UserSessionManagementClient, isApiError } from "../../src/index.ts";

contractSuite({ folder: new URL("../../", import.meta.url), client: UserSessionManagementClient, isApiError });
