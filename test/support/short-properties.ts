import fc from 'fast-check';

/** While mutants are tried, a property has half a second: what it would find later, a mutant of its folder rarely needs. */
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  interruptAfterTimeLimit: 500,
  markInterruptAsFailure: false,
});
