/** Parts of Monaco that have no types of their own. */
declare module "monaco-editor/base/browser/ui/hover/hoverDelegateFactory" {
  export function getDefaultHoverDelegate(placement: "mouse" | "element"): unknown;
}

declare module "monaco-editor/editor/common/diff/defaultLinesDiffComputer/defaultLinesDiffComputer" {
  export interface LinesDiff {
    readonly changes: readonly unknown[];
    readonly moves: readonly unknown[];
    readonly hitTimeout: boolean;
  }

  export class DefaultLinesDiffComputer {
    computeDiff(
      original: readonly string[],
      modified: readonly string[],
      options: {
        readonly ignoreTrimWhitespace: boolean;
        readonly maxComputationTimeMs: number;
        readonly computeMoves: boolean;
      },
    ): LinesDiff;
  }
}

declare module "monaco-editor/editor/browser/widget/diffEditor/diffProviderFactoryService" {
  export const IDiffProviderFactoryService: unique symbol;
}

declare module "monaco-editor/editor/common/services/editorWorker" {
  export const IEditorWorkerService: unique symbol;
}

declare module "monaco-editor/platform/instantiation/common/extensions" {
  export function registerSingleton(id: unknown, service: new () => unknown, delayed: 0 | 1): void;
}

declare module "monaco-editor/editor/standalone/browser/standaloneServices" {
  export const StandaloneServices: { get(id: unknown): unknown };
}
