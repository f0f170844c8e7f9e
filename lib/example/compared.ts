import type { InjectRequest } from "../inject/api";
import { exampleRequest } from "./index";
import { exampleInjector } from "./injector";

/** What a comparison shows first: the example today, and with the next proxy that logs as JSON. */
export const comparedExample: { readonly a: InjectRequest; readonly b: InjectRequest } = {
  a: exampleRequest,
  b: {
    ...exampleRequest,
    injector: exampleInjector
      .replace('"tag": "1.30.3"', '"tag": "1.31.0"')
      .replace('"logAsJson": false', '"logAsJson": true'),
  },
};
