/** Why measures against the demand curve have no value. */
export const noNeed = {
    missing: 'the need is not known in advance: a closed loop, or a trace of single requests',
};
