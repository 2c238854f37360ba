/** Bits of a standing: ready alone, whatever else but full, is in rotation; one that was never checked is not judged yet. */
const ready = 1;
const full = 2;
const unchecked = 16;
/** An open breaker says nothing of health: a panic neither counts nor closes it. */
const open = 32;

/** Whether so few of the known ready instances are in rotation that what is believed of them is ignored, as in Envoy. */
export class Panic {
  readonly #ratio: number;
  /** Known, ready and judged, in the order in which they came. */
  readonly known = new Set<number>();
  readonly #sound = new Set<number>();
  isOn = false;

  /** @param ratio below this share in rotation */
  constructor(ratio: number) {
    this.#ratio = ratio;
  }

  /** @returns whether the panic begins or ends by this standing */
  changes(instance: number, standing: number): boolean {
    const isKnown = (standing & ready) !== 0 && (standing & unchecked) === 0;
    if (isKnown) this.known.add(instance);
    else this.known.delete(instance);
    if ((standing & ~(full | open)) === ready) this.#sound.add(instance);
    else this.#sound.delete(instance);
    const wasOn = this.isOn;
    this.isOn = this.#sound.size < this.#ratio * this.known.size;
    return this.isOn !== wasOn;
  }
}
