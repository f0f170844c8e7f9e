import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { PoolState } from "../pool";

/** Counts what the server does, in Prometheus' terms. Labels are of this program's own making, never of a request. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = this.counter("requests_total", "Requests answered, by route and status", [
    "route",
    "status",
  ]);
  private readonly refused = this.counter("connections_refused_total", "Connections refused, by why", ["cause"]);
  private readonly durations = new Histogram({
    name: "injection_explorer_request_duration_seconds",
    help: "From a request's headers to the end of its answer, by route",
    labelNames: ["route"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  /** `pool` and `connections` are asked whenever the metrics are. */
  constructor(pool: () => PoolState, connections: () => number) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge("connections", "Open connections", connections);
    this.gauge("jobs_waiting", "Injections that wait for a worker", () => pool().waiting);
    this.gauge("jobs_running", "Injections that run", () => pool().running);
    this.gauge("jobs_slow", "Of the injections that run, those that have turned out slow", () => pool().slow);
    this.gauge("workers_ready", "Workers that can inject", () => pool().ready);
    const replaced = this.counter("workers_replaced_total", "Workers that were replaced, by why", ["cause"], () => {
      replaced.reset();
      for (const [cause, count] of Object.entries(pool().replaced)) replaced.inc({ cause }, count);
    });
  }

  /** One request is over. `status` 499: its client went before. */
  answered(route: string, status: number, seconds: number): void {
    this.requests.inc({ route, status: String(status) });
    this.durations.observe({ route }, seconds);
  }

  /** A connection was refused, or ended before it brought a request. */
  connectionRefused(cause: "limit" | "limit_of_client" | "malformed" | "timeout" | "headers"): void {
    this.refused.inc({ cause });
  }

  /** All of it as Prometheus reads it. */
  async print(): Promise<{ type: string; text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  private counter<T extends string>(name: string, help: string, labelNames: T[], collect?: () => void): Counter<T> {
    return new Counter({ name: `injection_explorer_${name}`, help, labelNames, registers: [this.registry], collect });
  }

  private gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name: `injection_explorer_${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.set(value());
      },
    });
  }
}
