/** Undefined where the browser has none for this page: not secure, or a private window. The type says otherwise. */
export function serviceWorkers(): ServiceWorkerContainer | undefined {
  const { serviceWorker }: { readonly serviceWorker?: ServiceWorkerContainer } = navigator;
  return serviceWorker;
}
