import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Endpoint } from './endpoint'
import type { Connection } from './socket'

export const EndpointContext = createContext<Endpoint | null>(null)

export function useEndpoint(): Endpoint {
  const endpoint = useContext(EndpointContext)
  if (!endpoint) throw new Error('useEndpoint is called outside of an EndpointContext')
  return endpoint
}

export function useConnection(): Connection {
  const { socket } = useEndpoint()
  return useSyncExternalStore(socket.onChange, () => socket.connection)
}

const onLine = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether the browser has a network at all. */
export const useOnline = (): boolean => useSyncExternalStore(onLine, () => navigator.onLine)
