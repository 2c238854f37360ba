/**
 * Simple scaling waits: one adjustment, then nothing more by simple scaling until its activity is complete *and* the
 * cooldown after that is over. Alarms that fire meanwhile are dropped, not kept.
 * ```
 * alarm  +1        launch ............ ready    cooldown 300 s     next alarm acts
 *        |---------- activity ---------|------------------------|
 * ```
 * Source: EC2 Auto Scaling User Guide, "Scaling cooldowns for Amazon EC2 Auto Scaling". O(1).
 */
export interface SimpleActivity {
    readonly startedSeconds: number;
    /** When everything it launched was ready, or what it removed was gone; undefined while it runs. */
    readonly completedSeconds: number | undefined;
    readonly cooldownSeconds: number;
}
/** Until when simple scaling drops alarms: Infinity while the activity runs, undefined when it is free to act. */
export declare function blockedUntilSeconds(activity: SimpleActivity | undefined, nowSeconds: number): number | undefined;
