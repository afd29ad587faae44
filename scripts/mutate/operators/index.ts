import type { Operator } from "../operator.ts";
import { roundedInteger, wrongAnswerType, wrongErrorService, wrongOperationName, wrongStatus } from "./answer.ts";
import {
  lostElement,
  lostEncoding,
  lostStatement,
  lostValue,
  negatedCondition,
  wrongComparison,
  wrongErrorClass,
  wrongNumber,
  wrongText,
} from "./code.ts";
import {
  lostAlternative,
  lostCredentials,
  lostFieldOfLogin,
  lostSecrecy,
  lostStep,
  swappedCredentials,
  wrongField,
  wrongFieldOfAnswer,
  wrongLifetime,
  wrongPlace,
  wrongPrefix,
} from "./credentials.ts";
import { wrongPage } from "./paging.ts";
import {
  lostBody,
  lostCaution,
  lostParameter,
  swappedPathParameters,
  wrongAccept,
  wrongContentType,
  wrongMethod,
  wrongPath,
  wrongStyle,
} from "./request.ts";
import { lostArguments, lostOptions, otherOperation, wrongRetry, wrongServer } from "./wiring.ts";

/** What the tests of single requests notice: their lists may have one element, and what that hides, others find. */
export const forRequests: readonly Operator[] = [
  wrongMethod,
  wrongPath,
  swappedPathParameters,
  lostParameter,
  lostBody,
  wrongContentType,
  wrongAccept,
  lostCaution,
  lostCredentials,
  lostArguments,
];

/** For emitted code, which is data for the most part. */
export const forClients: readonly Operator[] = [
  ...forRequests,
  wrongStyle,
  wrongStatus,
  wrongAnswerType,
  wrongOperationName,
  roundedInteger,
  wrongErrorService,
  wrongPage,
  lostAlternative,
  wrongPlace,
  wrongPrefix,
  lostFieldOfLogin,
  swappedCredentials,
  wrongFieldOfAnswer,
  lostStep,
  wrongLifetime,
  wrongField,
  lostSecrecy,
  lostOptions,
  otherOperation,
  wrongServer,
  wrongRetry,
];

/** For code by hand. */
export const forRuntime: readonly Operator[] = [
  lostEncoding,
  negatedCondition,
  lostStatement,
  wrongErrorClass,
  wrongNumber,
  wrongComparison,
  lostValue,
  lostElement,
  wrongText,
];
