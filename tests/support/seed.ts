import { configureGlobal } from 'fast-check';

/**
 * The gate tries the same inputs every time, so that it says the same of the same code. `FUZZ_SEED=123` tries others:
 * a failure that they find becomes a fixed case.
 */
configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 2026) });
