/** `doubles[(row << 4) | double.x]` */

/** When the request was meant to arrive. */
export const arrival = 0;
/** When the present try arrived, and with it its wait. */
export const tried = 1;
/** When it took its slot of the instance. */
export const began = 2;
/** Demand on processors, seconds; of a request to a model server the tokens of its prompt. */
export const cpu = 3;
/** Time it holds its slot beside that, seconds; to a model server the tokens of its answer. */
export const io = 4;
/** Uniform draw that decides whether the answer is an error. */
export const errorUniform = 8;
/** Waiting before the present wait, seconds. */
export const waited = 9;
/** Absolute; Infinity without patience. */
export const patienceEnds = 10;
/** The instance's pause clock when the io phase began; of a held request the io time that is left. */
export const pause = 11;
/** When the first token of a try was out; in the place of `pause`, for model servers have no io phases. */
export const firstToken = 11;
/** Number of the request within its source; keys the draws of its retries. */
export const arrivalNumber = 12;
