/** Address of the app's folder of weight folders, ending in a slash. A worker cannot ask: its own address is another. */
export function appWeightsUrl(): string {
  return new URL(`${import.meta.env.BASE_URL}weights/`, window.location.href).href;
}
