/** The pixels of a picture of the app, by its address; null where it does not arrive or the browser cannot draw it. */
export async function picturePixels(url: string): Promise<ImageData | null> {
  const image = new Image();
  // Else a frame without an origin of its own may draw the picture and not read it.
  image.crossOrigin = 'anonymous';
  image.src = url;
  const decodes = await image.decode().then(
    () => true,
    () => false,
  );
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (!decodes || context === null) return null;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, width, height);
}
