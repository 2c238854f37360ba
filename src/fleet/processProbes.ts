/** Who probes the processes of one service's instances. The fleet says what becomes of a process. */
export interface ProcessProbes {
  /** A process begins. `isWarm`: it has run for long, and is ready. */
  begin(instance: number, isWarm: boolean): void;
  /** The process answers from now on. */
  answers(instance: number): void;
  /** Nobody probes it any more: it is gone, or goes. */
  end(instance: number): void;
  /** It is gone, and nobody was told: its probes go on until they find it. */
  lose(instance: number): void;
}
