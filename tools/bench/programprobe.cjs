'use strict';

// Loaded before the command-line program: says at its end, on the fourth stream, what the process took.
const { writeSync } = require('node:fs');
const process = require('node:process');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ milliseconds: (userCPUTime + systemCPUTime) / 1000, bytes: maxRSS * 1024 }));
});
