/** Captures what the script prints, from when it is loaded, as `Kestra.capture()` does. */
export {};
