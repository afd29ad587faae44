import { expect, test } from "vitest";

import { clientNameOf, instanceNameOf } from "../../generate/model/client-names.ts";

test.each([
  ["shop", "ShopClient", "shop"],
  ["user-session-management", "UserSessionManagementClient", "userSessionManagement"],
  ["my.shop_sdk", "MyShopSdkClient", "myShopSdk"],
  ["7zip", "Sdk7zipClient", "sdk7zip"],
  ["http", "SdkHttpClient", "sdkHttp"],
  ["~", "SdkClient", "sdk"],
  ["delete", "DeleteClient", "client"],
])("the client of %s is %s, called %s in examples", (service, name, instance) => {
  expect(clientNameOf(service)).toBe(name);
  expect(instanceNameOf(service)).toBe(instance);
});
