/** Where the program begins; the build makes each `import()` a file of its own, which is loaded when it is needed. */
void import('./main');
