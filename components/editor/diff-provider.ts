import { DefaultLinesDiffComputer } from "monaco-editor/editor/common/diff/defaultLinesDiffComputer/defaultLinesDiffComputer";
import { IDiffProviderFactoryService } from "monaco-editor/editor/browser/widget/diffEditor/diffProviderFactoryService";
import { IEditorWorkerService } from "monaco-editor/editor/common/services/editorWorker";
import { StandaloneServices } from "monaco-editor/editor/standalone/browser/standaloneServices";
import { registerSingleton } from "monaco-editor/platform/instantiation/common/extensions";
import type * as monaco from "monaco-editor/editor";

/** Lines of both sides together up to which a difference is computed at once: the way to the worker and back costs more. */
const AT_ONCE = 4000;

type Options = Parameters<DefaultLinesDiffComputer["computeDiff"]>[2];

/** The editor's worker, as far as it is needed here. */
interface Worker {
  computeDiff(original: monaco.Uri, modified: monaco.Uri, options: Options, algorithm: "advanced"): Promise<unknown>;
}

const computer = new DefaultLinesDiffComputer();
let changed: monaco.Emitter<void> | undefined;

/** Computes all differences that are shown anew: they would wait for a pause after a change of their texts. */
export function computeDiffs(): void {
  changed?.fire();
}

/** Differences as Monaco's own provider gives them, without the way to its worker where the texts are short. */
class DiffProviders {
  createDiffProvider(): object {
    return { onDidChange: changed!.event, computeDiff };
  }
}

async function computeDiff(
  original: monaco.editor.ITextModel,
  modified: monaco.editor.ITextModel,
  options: Options,
): Promise<unknown> {
  if (original.getLineCount() + modified.getLineCount() <= AT_ONCE) {
    const { changes, moves, hitTimeout } = computer.computeDiff(
      original.getLinesContent(),
      modified.getLinesContent(),
      options,
    );
    const identical = changes.length === 0 && original.getValue() === modified.getValue();
    return { changes, moves, identical, quitEarly: hitTimeout };
  }
  const worker = StandaloneServices.get(IEditorWorkerService) as Worker;
  return worker.computeDiff(original.uri, modified.uri, options, "advanced");
}

/** Gives all difference editors that are made from now on these differences. */
export function provideDiffs({ Emitter }: typeof monaco): void {
  changed = new Emitter<void>();
  registerSingleton(IDiffProviderFactoryService, DiffProviders, 1);
}
