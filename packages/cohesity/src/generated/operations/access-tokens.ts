// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  type Core,
  type ErrorStatus,
  type Failure,
  type Operation,
  soleJsonBody,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { AccessTokenResponse, CreateAccessTokenRequestParams, ErrorModel } from "../types.ts";

/** Arguments of `createAccessToken`. */
export interface CreateAccessTokenArgs {
  /** Who signs in. */
  body: CreateAccessTokenRequestParams;
}

/** What `createAccessToken` answers. */
export type CreateAccessTokenResult = Success<201, AccessTokenResponse> | Failure<ErrorStatus, ErrorModel> | Undeclared;

export const createAccessTokenOperation: Operation = {
  id: "createAccessToken",
  method: "POST",
  path: "/access-tokens",
  body: soleJsonBody,
  responses: { 201: "application/json", default: "application/json" },
};

/**
 * Fetch an access token
 *
 * Exchanges user name and password for a token that lasts 24 hours and cannot be renewed or ended ahead of time. Not
 * available while session management is switched on at the cluster, nor for users with a second factor: both
 * take `createSession`.
 *
 * `POST /access-tokens`
 *
 * Source: github.com/cohesity/cohesity_sdk, cohesity_sdk/cluster/cluster_client.py (documented).
 *
 * @example
 * ```ts
 * const data = await createAccessToken(core, {
 *   body: { domain: "LOCAL", password: "example-password", username: "ops" },
 * });
 * ```
 */
export function createAccessToken(
  core: Core,
  args: CreateAccessTokenArgs,
  options?: CallOptions,
): Call<AccessTokenResponse, CreateAccessTokenResult> {
  return call(core, createAccessTokenOperation, args, options);
}
