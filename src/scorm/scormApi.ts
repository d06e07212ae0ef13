import type { ScormApi } from './reporter';

/** A window as far as the search for the system's interface goes. */
export type Place = { readonly API?: ScormApi; readonly parent: Place; readonly opener?: Place | null };

/** The system puts the interface into a window around this one, or into the one that opened it. */
const maxDepth = 20;

/** The interface of the learning management system; null where the package was opened without one. */
export function scormApi(place: Place): ScormApi | null {
  return apiAround(place) ?? (place.opener == null ? null : apiAround(place.opener));
}

function apiAround(place: Place): ScormApi | null {
  let current = place;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const api = apiOf(current);
    if (api !== null) return api;
    if (current.parent === current) return null;
    current = current.parent;
  }
  return null;
}

/** A window of another site may not be looked into. */
function apiOf(place: Place): ScormApi | null {
  try {
    return place.API ?? null;
  } catch {
    return null;
  }
}
