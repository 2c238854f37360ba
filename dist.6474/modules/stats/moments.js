/**
 * Running mean and variance without keeping the values.
 *
 * Welford's update and Chan's merge: no cancellation, whatever the mean.
 * @see Welford (1962); Chan, Golub and LeVeque (1979)
 */
export class Moments {
    addedCount = 0;
    currentMean = 0;
    /** Sum of squared distances from the mean. */
    squares = 0;
    add(value) {
        this.addedCount++;
        const distance = value - this.currentMean;
        this.currentMean += distance / this.addedCount;
        this.squares += distance * (value - this.currentMean);
    }
    /** Adds all values of `other`, as if they had been added here. */
    merge(other) {
        if (other.addedCount === 0)
            return;
        const count = this.addedCount + other.addedCount;
        const distance = other.currentMean - this.currentMean;
        this.squares += other.squares + (distance * distance * this.addedCount * other.addedCount) / count;
        this.currentMean += (distance * other.addedCount) / count;
        this.addedCount = count;
    }
    get count() {
        return this.addedCount;
    }
    /** Undefined without values. */
    get mean() {
        return this.addedCount === 0 ? undefined : this.currentMean;
    }
    /** Variance of the population the values are a sample of (n - 1 below); undefined with fewer than two. */
    get variance() {
        return this.addedCount < 2 ? undefined : this.squares / (this.addedCount - 1);
    }
}
