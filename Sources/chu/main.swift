print("chu")
