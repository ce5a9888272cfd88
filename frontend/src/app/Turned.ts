import { createContext } from 'react'

/** Whether the reader turned to another screen since the last time that this was asked: then the one that asks is that screen, which may have come long after. */
export const Turned = createContext<() => boolean>(() => false)
