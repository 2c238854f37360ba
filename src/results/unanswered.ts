/** Reason of a null that stands for "infinitely late", unlike the others, which stand for "no data". */
export const unanswered = 'unanswered';
