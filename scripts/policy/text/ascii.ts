/** Most texts are ASCII; a scan by character is slow in Otto. */
export const ASCII = /^[\t\n\r -~]*$/;
