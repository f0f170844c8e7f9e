/** A worker that answers one question after the other, in their order. */
export class AskedWorker<Question, Answer> {
  private readonly waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = [];
  private over: Error | undefined;

  constructor(private readonly worker: Worker) {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.waiting.shift()?.resolve(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.end("the worker failed");
    });
  }

  /** @throws Error where the worker fails or is ended before it answers. */
  ask<A extends Answer>(question: Question): Promise<A> {
    if (this.over) return Promise.reject(this.over);
    return new Promise<A>((resolve, reject) => {
      this.waiting.push({ resolve: resolve as (answer: Answer) => void, reject });
      this.worker.postMessage(question);
    });
  }

  /** Whether it could answer at once. */
  get idle(): boolean {
    return this.over === undefined && this.waiting.length === 0;
  }

  end(why = "ended"): void {
    this.over ??= new Error(why);
    this.worker.terminate();
    for (const { reject } of this.waiting.splice(0)) reject(this.over);
  }
}
