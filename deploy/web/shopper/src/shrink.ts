/** Longer sides than this add nothing to what an operator sees. */
const LONGEST = 1600
/** The edge takes nothing larger than 1 MB. */
const MOST_BYTES = 900_000
const QUALITIES = [0.85, 0.7, 0.5, 0.35]

/** The size a picture is drawn at. */
export function fitted(width: number, height: number, longest = LONGEST): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * The photo as a small upright JPEG, without the place and time cameras write into theirs. Rejects when this
 * browser cannot read it.
 */
export async function shrink(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  try {
    const { width, height } = fitted(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (context === null) {
      throw new Error('no canvas')
    }
    context.drawImage(picture, 0, 0, width, height)
    for (const quality of QUALITIES) {
      const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
      if (small !== null && small.size <= MOST_BYTES) {
        return small
      }
    }
    throw new Error('does not get small enough')
  } finally {
    picture.close()
  }
}
