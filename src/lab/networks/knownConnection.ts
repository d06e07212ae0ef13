import { storedText, storeText } from '../../browserStorage';
import { currentConnection, type Connection } from '../../run/weights/connection';

const key = 'featherweight.bytesPerSecond';

/** The connection, with the rate of an earlier visit where all of this one has come from a cache so far. */
export function knownConnection(): Connection {
  const connection = currentConnection();
  if (connection.bytesPerSecond !== null) {
    storeText(key, String(Math.round(connection.bytesPerSecond)));
    return connection;
  }
  const stored = Number(storedText(key));
  return { ...connection, bytesPerSecond: stored > 0 ? stored : null };
}
