import { happening, ModelServers } from '../../../src/fleet/modelServer/modelServers.js';
import type { ModelServerSettings } from '../../../src/fleet/modelServer/settings.js';
import type { Serving, ServingContext, ServingVariant } from '../../../src/fleet/serving.js';
import { servings } from '../../../src/fleet/servings/index.js';
import { modelServer } from '../../../src/fleet/servings/modelServer.js';
import * as double from '../../../src/traffic/double.js';
import * as word from '../../../src/traffic/word.js';

/** What is asked of model servers: that a request begins, or something of a row or an instance. */
interface Asked {
  readonly kind: 'begin' | 'cancel' | 'pause' | 'resume' | 'clear';
  readonly atSeconds: number;
  readonly instance: number;
  readonly row: number;
  readonly group: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly prefix: number;
}

/** What the scenario says of the requests of one group. */
export interface GroupFacts {
  readonly priority: number;
  readonly prefixTokens: number;
}

/** All that the model servers of a run were asked, in order, and when which request was answered. */
export class Recording {
  readonly asked: Asked[] = [];
  /** [number of its begin] */
  readonly answeredSeconds: (number | undefined)[] = [];
  /** For the run to serve by. */
  readonly servings: readonly ServingVariant[] = servings.map((variant) =>
    variant === modelServer ? { ...variant, build: (context) => new RecordedServing(context, this) } : variant,
  );

  /** The same requests at servers alone, on their own clock. @returns [number of its begin] */
  replay(settings: ModelServerSettings, groups: readonly GroupFacts[], endSeconds: number): (number | undefined)[] {
    const replay = new Replay(settings, groups);
    replay.play(this.asked);
    return replay.end(endSeconds);
  }
}

class RecordedServing implements Serving {
  readonly hasBackground = false;
  readonly #inner: Serving;
  readonly #context: ServingContext;
  readonly #recording: Recording;
  /** [row] */
  readonly #begun: number[] = [];

  constructor(context: ServingContext, recording: Recording) {
    this.#inner = modelServer.build(context);
    this.#context = context;
    this.#recording = recording;
  }

  get nextSeconds(): number {
    return this.#inner.nextSeconds;
  }

  begin(instance: number, row: number): void {
    this.#begun[row] = this.#recording.answeredSeconds.push(undefined) - 1;
    this.#note('begin', instance, row);
    this.#inner.begin(instance, row);
  }

  finish(): number {
    const row = this.#inner.finish();
    if (row >= 0) this.#recording.answeredSeconds[this.#begun[row]] = this.#context.clock.nowSeconds;
    return row;
  }

  cancel(row: number): void {
    this.#note('cancel', -1, row);
    this.#inner.cancel(row);
  }

  pause(instance: number): void {
    this.#note('pause', instance, 0);
    this.#inner.pause(instance);
  }

  resume(instance: number): void {
    this.#note('resume', instance, 0);
    this.#inner.resume(instance);
  }

  clear(instance: number): void {
    this.#note('clear', instance, 0);
    this.#inner.clear(instance);
  }

  touch(instance: number): void {
    this.#inner.touch(instance);
  }

  goOn(): void {}
  hold(): void {}
  beginCheck(): void {}
  cpuFactor(): number {
    return 1;
  }
  burstOf(): undefined {}
  burn(): void {}

  #note(kind: Asked['kind'], instance: number, row: number): void {
    const { doubles, words, prefixes } = this.#context.requests;
    this.#recording.asked.push({
      kind,
      atSeconds: this.#context.clock.nowSeconds,
      instance,
      row,
      group: words[(row << 5) | word.group],
      promptTokens: doubles[(row << 4) | double.cpu],
      outputTokens: doubles[(row << 4) | double.io],
      prefix: prefixes[row],
    });
  }
}

class Replay {
  readonly #settings: ModelServerSettings;
  readonly #groups: readonly GroupFacts[];
  readonly #servers = new ModelServers();
  readonly #alive = new Set<number>();
  /** [row of the run] row of the servers */
  readonly #rows: number[] = [];
  /** [row of the run] number of its begin */
  readonly #numbers: number[] = [];
  readonly #answers: (number | undefined)[] = [];

  constructor(settings: ModelServerSettings, groups: readonly GroupFacts[]) {
    this.#settings = settings;
    this.#groups = groups;
  }

  play(asked: readonly Asked[]): void {
    for (const one of asked) {
      const micros = one.atSeconds * 1e6;
      // Faults come before whatever ends at their instant, clients after it; an instance may go because its last request ended.
      const isFault = one.kind === 'pause' || one.kind === 'resume';
      while (isFault ? this.#servers.nextMicroseconds < micros : this.#servers.nextMicroseconds <= micros) {
        this.#proceed();
      }
      if (one.kind === 'begin') this.#begin(one, micros);
      else if (one.kind === 'cancel') this.#cancel(one.row, micros);
      else if (one.kind !== 'clear') this.#at(one.instance)[one.kind](one.instance, micros);
      else if (this.#alive.delete(one.instance)) this.#servers.remove(one.instance);
    }
  }

  end(endSeconds: number): (number | undefined)[] {
    while (this.#servers.nextMicroseconds <= endSeconds * 1e6) this.#proceed();
    return this.#answers;
  }

  /** The servers, with one for the instance. */
  #at(instance: number): ModelServers {
    if (!this.#alive.has(instance)) this.#servers.add(instance, this.#settings);
    this.#alive.add(instance);
    return this.#servers;
  }

  /** Two tries of a request may end in one iteration: the one that is left was answered here, at this instant, and there given up. */
  #cancel(row: number, micros: number): void {
    const number = this.#numbers[row];
    if (this.#answers[number] === undefined) this.#servers.giveUp(this.#rows[row], micros);
    this.#answers[number] = undefined;
  }

  #begin({ instance, row, group, promptTokens, outputTokens, prefix }: Asked, micros: number): void {
    const { requests } = this.#at(instance);
    const { priority, prefixTokens } = this.#groups[group];
    const entry = requests.take();
    requests.promptTokens[entry] = promptTokens;
    requests.outputTokens[entry] = outputTokens;
    requests.priority[entry] = priority;
    if (prefixTokens > 0) {
      requests.prefix[entry] = prefix;
      requests.prefixTokens[entry] = prefixTokens;
    }
    const number = this.#answers.push(undefined) - 1;
    requests.caller[entry] = number;
    this.#numbers[row] = number;
    this.#rows[row] = entry;
    this.#servers.enter(entry, instance, micros);
  }

  #proceed(): void {
    const row = this.#servers.proceed();
    if (row < 0 || this.#servers.happened !== happening.ended) return;
    this.#answers[this.#servers.requests.caller[row]] = this.#servers.requests.endMicroseconds[row] / 1e6;
    this.#servers.requests.drop(row);
  }
}
