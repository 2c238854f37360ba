/// <reference lib="dom" />
import { clockText } from '../../clock.js';
import { drawTimelineRow } from '../charts/drawTimelineRow.js';
import type { TimelineData, View } from '../charts/timelineData.js';
import { timelineMargin } from '../charts/timelineFrame.js';
import type { LinkedState } from './linkedState.js';
import { quiet } from './quiet.js';
import { readoutAt } from './readout.js';
import { onWidth } from './redraw.js';

/** Pixels a pointer may move and still mean a click. */
const clickPixels = 4;
/** A screen reader hears the readout after this much rest. */
const restMilliseconds = 400;

type Shown = Pick<LinkedState, 'timeSeconds' | 'zoom'>;

/** One timeline: a cursor over all its rows, and a zoom that they share. */
export class TimelineView {
  readonly #root: HTMLElement;
  readonly #data: TimelineData;
  readonly #plots: readonly HTMLElement[];
  readonly #readouts: readonly HTMLElement[];
  readonly #cursor: HTMLElement | null;
  readonly #chip: HTMLElement | null;
  readonly #selection: HTMLElement | null;
  readonly #live: HTMLElement | null;
  readonly #wholeButton: HTMLButtonElement | null;
  readonly #events: readonly number[];
  readonly #onChange: (shown: Shown) => void;
  #view: View;
  #cursorSeconds: number | undefined;
  #dragFromX: number | undefined;
  #width = 0;
  #restTimer = 0;

  /** @param onChange told of the cursor and the zoom whenever either changes */
  constructor(root: HTMLElement, data: TimelineData, onChange: (shown: Shown) => void) {
    this.#root = root;
    this.#data = data;
    this.#events = eventTimesOf(data);
    this.#onChange = onChange;
    this.#view = this.#whole();
    this.#plots = [...root.querySelectorAll<HTMLElement>('.plots')];
    this.#readouts = [...root.querySelectorAll<HTMLElement>('.readout')];
    this.#cursor = root.querySelector('.cursor');
    this.#chip = root.querySelector('.chip');
    this.#selection = root.querySelector('.selection');
    this.#live = root.querySelector('.live');
    this.#wholeButton = document.querySelector(`[data-whole="${root.id}"]`);
    this.#wholeButton?.addEventListener('click', () => this.#zoom(this.#whole()));
    root.addEventListener('pointerdown', (event) => this.#onDown(event));
    root.addEventListener('pointermove', (event) => this.#onMove(event));
    root.addEventListener('pointerup', (event) => this.#onUp(event));
    root.addEventListener('pointercancel', () => this.#endDrag());
    root.addEventListener('dblclick', () => this.#zoom(this.#whole()));
    root.addEventListener('keydown', (event) => this.#onKey(event));
    if (this.#plots[0] !== undefined) onWidth(this.#plots[0], (width) => this.#resize(width));
  }

  /** Zooms to what led to a time and what came of it: six minutes before to fourteen after, and sets the cursor. */
  showTime(seconds: number): void {
    this.#zoom(this.#within(seconds - 360, seconds + 840));
    this.#setCursor(seconds);
    this.#root.scrollIntoView({ block: 'start' });
    this.#root.focus({ preventScroll: true });
  }

  /** What a link says; times outside the run are moved into it. */
  showState({ timeSeconds, zoom }: Shown): void {
    this.#zoom(zoom === undefined ? this.#whole() : this.#within(zoom[0], zoom[1]));
    if (timeSeconds !== undefined) this.#setCursor(Math.min(timeSeconds, this.#data.durationSeconds));
    this.#root.scrollIntoView({ block: 'start' });
  }

  /** The service whose timeline it is, the place of its scenario, and whether another service is shown. */
  get service(): string {
    return this.#data.service;
  }

  get scenario(): string {
    return this.#root.dataset.scenario ?? '';
  }

  get isHidden(): boolean {
    return this.#root.parentElement?.hidden === true;
  }

  #isWhole(): boolean {
    return this.#view.fromSeconds === 0 && this.#view.untilSeconds === this.#data.durationSeconds;
  }

  #tell(): void {
    const { fromSeconds, untilSeconds } = this.#view;
    this.#onChange({
      timeSeconds: this.#cursorSeconds,
      zoom: this.#isWhole() ? undefined : [fromSeconds, untilSeconds],
    });
  }

  #whole(): View {
    return { fromSeconds: 0, untilSeconds: this.#data.durationSeconds };
  }

  /** A view inside the run, moved rather than cut where it sticks out. */
  #within(from: number, until: number): View {
    const { durationSeconds } = this.#data;
    const span = Math.min(Math.max(until - from, Math.min(30, durationSeconds)), durationSeconds);
    const fromSeconds = Math.min(Math.max(0, from), durationSeconds - span);
    return { fromSeconds, untilSeconds: fromSeconds + span };
  }

  #resize(width: number): void {
    this.#width = width;
    this.#draw();
  }

  #zoom(view: View): void {
    this.#view = view;
    if (this.#wholeButton !== null) this.#wholeButton.hidden = this.#isWhole();
    this.#draw();
    this.#tell();
  }

  #draw(): void {
    const canvas = { document, width: this.#width };
    for (const plot of this.#plots) {
      const { row } = plot.dataset;
      const place = row === 'traffic' ? row : Number(row);
      const pieces = drawTimelineRow(this.#data, place, canvas, this.#view, { isInteractive: true });
      plot.replaceChildren(...pieces.map(quiet));
    }
    this.#placeCursor();
  }

  /** Left of the scale in pixels of the timeline, and its length. */
  #scale(): { left: number; length: number } {
    const [first] = this.#plots;
    const offset = (first?.getBoundingClientRect().left ?? 0) - this.#root.getBoundingClientRect().left;
    return { left: offset + timelineMargin.left, length: this.#width - timelineMargin.left - timelineMargin.right };
  }

  /** The time under a pointer; undefined outside the plots. */
  #secondsAt(clientX: number): number | undefined {
    const { left, length } = this.#scale();
    const share = (clientX - this.#root.getBoundingClientRect().left - left) / length;
    if (share < -0.01 || share > 1.01) return undefined;
    const { fromSeconds, untilSeconds } = this.#view;
    return fromSeconds + Math.min(1, Math.max(0, share)) * (untilSeconds - fromSeconds);
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0 || this.#secondsAt(event.clientX) === undefined) return;
    this.#dragFromX = event.clientX;
  }

  #onMove(event: PointerEvent): void {
    const seconds = this.#secondsAt(event.clientX);
    if (seconds !== undefined && event.pointerType !== 'touch') this.#setCursor(seconds);
    if (this.#dragFromX === undefined || this.#selection === null) return;
    // From here on the drag owns the pointer, so that it may leave the timeline and come back.
    if (Math.abs(event.clientX - this.#dragFromX) > clickPixels && !this.#root.hasPointerCapture(event.pointerId)) {
      this.#root.setPointerCapture(event.pointerId);
    }
    const { left, length } = this.#scale();
    const start = this.#root.getBoundingClientRect().left;
    const clamp = (x: number) => Math.min(Math.max(x - start, left), left + length);
    const [a, b] = [clamp(this.#dragFromX), clamp(event.clientX)];
    this.#selection.hidden = Math.abs(a - b) <= clickPixels;
    this.#selection.style.left = `${Math.min(a, b)}px`;
    this.#selection.style.width = `${Math.abs(a - b)}px`;
  }

  #onUp(event: PointerEvent): void {
    const from = this.#dragFromX;
    this.#endDrag();
    const { left, length } = this.#scale();
    const start = this.#root.getBoundingClientRect().left + left;
    const clamped = (x: number) => this.#secondsAt(Math.min(Math.max(x, start), start + length));
    const [a, b] = [from === undefined ? undefined : clamped(from), clamped(event.clientX)];
    if (from === undefined || a === undefined || b === undefined) return;
    if (Math.abs(event.clientX - from) <= clickPixels) this.#setCursor(b);
    else if (event.pointerType !== 'touch') this.#zoom(this.#within(Math.min(a, b), Math.max(a, b)));
  }

  #endDrag(): void {
    this.#dragFromX = undefined;
    if (this.#selection !== null) this.#selection.hidden = true;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { fromSeconds, untilSeconds } = this.#view;
    const step = event.shiftKey ? 60 : this.#data.rate.stepSeconds;
    const at = this.#cursorSeconds ?? fromSeconds;
    const actions: Record<string, () => void> = {
      ArrowLeft: () => this.#moveTo(at - step),
      ArrowRight: () => this.#moveTo(at + step),
      Home: () => this.#moveTo(0),
      End: () => this.#moveTo(this.#data.durationSeconds),
      n: () => this.#moveTo(this.#nextEvent(at, 1)),
      p: () => this.#moveTo(this.#nextEvent(at, -1)),
      '+': () => this.#zoomBy(0.5, at),
      '=': () => this.#zoomBy(0.5, at),
      '-': () => this.#zoomBy(2, at),
      '0': () => this.#zoom(this.#whole()),
      Escape: () => this.#zoom(this.#whole()),
    };
    const action = actions[event.key];
    if (action === undefined || fromSeconds >= untilSeconds) return;
    // Where there is nothing to zoom out of, the key is the page's.
    if (event.key === 'Escape' && this.#isWhole()) return;
    event.preventDefault();
    action();
  }

  #zoomBy(factor: number, at: number): void {
    const { fromSeconds, untilSeconds } = this.#view;
    this.#zoom(this.#within(at - (at - fromSeconds) * factor, at + (untilSeconds - at) * factor));
  }

  /** Sets the cursor and moves the view after it. */
  #moveTo(seconds: number): void {
    const { fromSeconds, untilSeconds } = this.#view;
    const to = Math.min(Math.max(0, seconds), this.#data.durationSeconds);
    const half = (untilSeconds - fromSeconds) / 2;
    if (to < fromSeconds || to > untilSeconds) this.#zoom(this.#within(to - half, to + half));
    this.#setCursor(to);
  }

  /** The next event in a direction; the place itself where there is none. */
  #nextEvent(at: number, direction: 1 | -1): number {
    const beyond = this.#events.filter((time) => (time - at) * direction > 0.5);
    return (direction === 1 ? beyond[0] : beyond[beyond.length - 1]) ?? at;
  }

  #setCursor(seconds: number): void {
    this.#cursorSeconds = seconds;
    const texts = readoutAt(this.#data, seconds);
    for (const [index, text] of texts.entries()) {
      const readout = this.#readouts[index];
      if (readout !== undefined) readout.textContent = text;
    }
    this.#placeCursor();
    this.#tell();
    clearTimeout(this.#restTimer);
    this.#restTimer = window.setTimeout(() => this.#speak(seconds, texts), restMilliseconds);
  }

  #speak(seconds: number, texts: readonly string[]): void {
    if (this.#live === null || document.activeElement !== this.#root) return;
    const policies = this.#data.rows.map(({ name }, index) => `${name} ${texts[index + 1]}`);
    this.#live.textContent = `${clockText(seconds, this.#data.start)}: ${texts[0]}; ${policies.join('; ')}`;
  }

  #placeCursor(): void {
    const { fromSeconds, untilSeconds } = this.#view;
    const seconds = this.#cursorSeconds;
    if (this.#cursor === null || this.#chip === null) return;
    const isInView = seconds !== undefined && seconds >= fromSeconds && seconds <= untilSeconds;
    this.#cursor.hidden = !isInView;
    if (!isInView) return;
    const { left, length } = this.#scale();
    this.#cursor.style.left = `${left + ((seconds - fromSeconds) / (untilSeconds - fromSeconds)) * length}px`;
    this.#chip.textContent = clockText(seconds, this.#data.start);
  }
}

/** Times that are worth a visit, rising: faults, reversals, decisions held back, and where a spell above the SLO or of something kept out begins. */
export function eventTimesOf({ faults, rows }: TimelineData): number[] {
  const breaches = rows.flatMap(({ aboveSlo }) => aboveSlo.map(([from]) => from));
  const keptOut = rows.flatMap((row) =>
    (row.keptOut ?? []).flatMap(({ spans }) => spans.map((span) => span.fromSeconds)),
  );
  const marks = rows.flatMap((row) => row.marks.filter(({ type }) => type !== 'change'));
  const times = [
    ...faults.map(({ fromSeconds }) => fromSeconds),
    ...marks.map(({ timeSeconds }) => timeSeconds),
    ...breaches,
    ...keptOut,
  ];
  return [...new Set(times)].sort((a, b) => a - b);
}
