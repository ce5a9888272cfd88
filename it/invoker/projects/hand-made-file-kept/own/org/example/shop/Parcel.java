package org.example.shop; /** Hand-made. */ public class Parcel {}
