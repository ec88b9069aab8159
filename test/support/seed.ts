import fc from 'fast-check';

/**
 * The same random cases on every machine, so that a change is what makes a test fail. `npm run test:long` takes new
 * ones; fast-check prints their seed when it finds something.
 */
if (process.env.CNSERIES_CASES === undefined) fc.configureGlobal({ seed: 20261124 });

export { fc };
