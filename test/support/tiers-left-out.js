/** A reporter that names, after a run of all tests, the tier that is a command of its own; without it nobody would know that it did not run. */
class TiersLeftOut {
  constructor({ testPathPatterns }) {
    this.isWhole = testPathPatterns.patterns.length === 0;
  }

  onRunComplete() {
    if (!this.isWhole) return;
    process.stderr.write(
      'LEFT OUT: the real hashicorp/aws against a simulated AWS, which takes minutes of its own: npm run test:aws\n',
    );
  }
}

module.exports = TiersLeftOut;
