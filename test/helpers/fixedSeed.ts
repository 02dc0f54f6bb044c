import fc from 'fast-check'

/** The same random cases in every run, so that a red test is a change and not luck; `FC_SEED` takes other ones. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_124) })
