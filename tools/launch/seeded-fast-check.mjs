/**
 * fast-check as suites see it (jest.config.mjs): every property starts from one seed, so that a suite that passed passes
 * again. PROPERTY_SEED=N walks other cases; a failure prints the seed and the path of its smallest counterexample.
 */
import fc from '../../node_modules/fast-check/lib/fast-check.js';

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;

const seed = Number(process.env.PROPERTY_SEED ?? 1);
if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED is "${process.env.PROPERTY_SEED}"; give an integer.`);
fc.configureGlobal({ seed });
