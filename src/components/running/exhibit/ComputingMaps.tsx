import { useLingui } from '@lingui/react/macro';
import { Progress } from '../../ui/Progress';

/** In a figure's place while an open network runs on the photo. */
export function ComputingMaps() {
  const { t } = useLingui();
  return <Progress label={t`Computing the feature maps`} detail="" fraction={null} />;
}
