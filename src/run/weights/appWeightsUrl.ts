/** URL of the app's folder of weight folders, ending in a slash. Workers have another base URL and must be told. */
export function appWeightsUrl(): string {
  return new URL(`${import.meta.env.BASE_URL}weights/`, window.location.href).href;
}
