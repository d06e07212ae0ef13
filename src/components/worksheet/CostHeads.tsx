import { Trans } from '@lingui/react/macro';

/** The three costs as heads of a sheet's columns. */
export function CostHeads() {
  return (
    <>
      <th scope="col">
        <Trans>Params</Trans>
      </th>
      <th scope="col">
        <Trans>Multiply-adds</Trans>
      </th>
      <th scope="col">
        <Trans>Memory access</Trans>
      </th>
    </>
  );
}
